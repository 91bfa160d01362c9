import { zlibSync } from 'fflate'
import { crc32 } from '#shared/exchange/crc32'

/** A grey PNG, white but for a black cross through its middle. `rows` in place of them: what its data really holds. */
export function pngOf(width: number, height: number, rows: Uint8Array = cross(width, height)): Uint8Array {
  const header = [...u32(width), ...u32(height), 8, 0, 0, 0, 0]
  const parts = [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], chunk('IHDR', header), chunk('IDAT', [...zlibSync(rows)]), chunk('IEND', [])]
  return new Uint8Array(parts.flat())
}

function cross(width: number, height: number): Uint8Array {
  const rows = new Uint8Array(height * (width + 1)).fill(255)
  for (let y = 0; y < height; y++) {
    rows[y * (width + 1)] = 0
    rows[y * (width + 1) + 1 + Math.floor(width / 2)] = 0
  }
  rows.fill(0, Math.floor(height / 2) * (width + 1), (Math.floor(height / 2) + 1) * (width + 1))
  return rows
}

function chunk(type: string, data: readonly number[]): readonly number[] {
  const named = [...new TextEncoder().encode(type), ...data]
  return [...u32(data.length), ...named, ...u32(crc32(new Uint8Array(named)))]
}

const u32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

/**
 * A PDF of A4 pages on their side (842 x 595 points), each with its number and a frame. With a password it is one that nobody has: the
 * check sums fit none.
 */
export function pdfOf(pages: number, hasPassword = false): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
  const kids: string[] = []
  for (let page = 1; page <= pages; page++) {
    const drawn = `2 w 40 40 762 515 re S BT /F 60 Tf 100 300 Td (Level ${page}) Tj ET`
    objects.push(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`)
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents ${objects.length} 0 R /Resources << /Font << /F 3 0 R >> >> >>`)
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<< /Type /Pages /Count ${pages} /Kids [${kids.join(' ')}] >>`
  const key = `<${'5a'.repeat(32)}>`
  if (hasPassword) objects.push(`<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >>`)
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const locked = hasPassword ? ` /Encrypt ${objects.length} 0 R /ID [${key} ${key}]` : ''
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${locked} >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(text)
}
