/** Whether a token is long enough for 32 random bytes: 64 hexadecimal digits, or 43 characters of base64. */
export function isStrongToken(token: string): boolean {
  return /^[0-9a-f]+$/i.test(token) ? token.length >= 64 : /^[\w+/=-]{43,}$/.test(token);
}
