/**
 * A text as HTML, SVG or XML shows it, in an element or a quoted attribute. Every text that people
 * wrote goes through here. Characters that XML 1.0 has no place for are left out.
 */
export function escaped(text: string): string {
  let safe = ''
  for (const character of text) safe += ESCAPES[character] ?? (isLawful(character) ? character : '')
  return safe
}

const ESCAPES: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
})

function isLawful(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return code !== 0x7f && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
