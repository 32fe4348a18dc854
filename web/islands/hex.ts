/** Hexadecimal digits for browsers from before 2025, which have no methods of their own for them. */
export function giveHex(): void {
  const bytes: { prototype: object } = Uint8Array
  if ('toHex' in bytes.prototype) return
  Object.assign(bytes, {
    fromHex: (text: string) => Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16)),
  })
  Object.assign(bytes.prototype, {
    toHex(this: Uint8Array) {
      return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('')
    },
  })
}
