/** The rows of a JSON list, given as the statement's first parameter, as a table of this shape. */
export const fromJson = (shape: Record<string, string>) =>
  `(SELECT unnest(from_json($1::JSON, '${JSON.stringify([shape])}'), recursive := true))`;
