/** Checks what authors write, so that a slip stops the build with the values there are. */

/** One of the allowed words, or an error that lists them. */
export function oneOf<T extends string>(
  component: string,
  prop: string,
  value: unknown,
  allowed: readonly T[],
): T {
  const found = allowed.find((each) => each === value);
  if (found) return found;
  throw new Error(
    `<${component} ${prop}="${String(value)}">: ${prop} must be one of ${allowed.join(', ')}`,
  );
}

/** A text that must not be empty. */
export function required(component: string, prop: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new Error(`<${component}>: ${prop} is missing`);
}

/** Props a component does not know: an author's slip would else pass unseen. */
export function refuseOthers(component: string, props: object, allowed: readonly string[]): void {
  const unknown = Object.keys(props).filter(
    (key) => !allowed.includes(key) && !key.startsWith('data-astro'),
  );
  if (unknown.length > 0) {
    throw new Error(
      `<${component}> does not know ${unknown.join(', ')}; it takes ${allowed.join(', ') || 'nothing'}`,
    );
  }
}

/** Runs `make` and puts the component's name before whatever it refuses. */
export function within<T>(component: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`<${component}>: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
