/** An entry of a mutation's `userErrors`. Only some mutations have a `code`, which is why it is optional. */
export interface UserError {
  field: string[] | null;
  message: string;
  code?: string | null;
}

export function userError(field: string[] | null, message: string, code?: string): UserError {
  return code === undefined ? { field, message } : { field, message, code };
}
