/**
 * An object whose properties are made when they are first read, once: a slider pays for what is in
 * sight. It lists, copies and compares like any other.
 */
export function lazily<Shape extends object>(
  makers: {
    [Key in keyof Shape]-?: () => Shape[Key];
  },
): Shape {
  const made = {} as Shape;
  for (const key of Object.keys(makers) as (keyof Shape)[]) {
    let value: { of: Shape[typeof key] } | undefined;
    Object.defineProperty(made, key, {
      enumerable: true,
      get: () => {
        value ??= { of: makers[key]() };
        return value.of;
      },
    });
  }
  return made;
}
