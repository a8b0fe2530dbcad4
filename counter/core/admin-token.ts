/** Whether a token may hold 32 random bytes: they take 64 hexadecimal digits or 43 of base64. */
export function isStrongToken(token: string): boolean {
  return /^[0-9a-f]+$/i.test(token) ? token.length >= 64 : /^[\w+/=-]{43,}$/.test(token);
}
