/** A row by its id; `constructor` and other names that every object answers to are no rows. */
export const lookUp = <Row>(rows: Partial<Record<string, Row>>, id: string): Row | undefined =>
  Object.hasOwn(rows, id) ? rows[id] : undefined;
