/** Thin groups of three are told apart by a comma, as British readers expect: 12,500. */
function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** A number with exactly this many decimals; never "-0". */
export function decimalText(value: number, decimals: number): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const text = grouped(whole) + (fraction === undefined ? '' : `.${fraction}`)
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text
}

/** A number with at most this many decimals, without zeros at its end. */
export function shortText(value: number, decimals: number): string {
  const text = decimalText(value, decimals)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** Decimals beyond which what is left is no figure any more. */
const MOST_DECIMALS = 6

/** The same, with more decimals where these would leave nothing of it: 0.003. */
export function visibleText(value: number, decimals: number): string {
  let enough = decimals
  while (value !== 0 && enough < MOST_DECIMALS && Number(value.toFixed(enough)) === 0) enough++
  return shortText(value, enough)
}

/** A length for reading: 0.85 m, 12.5 m, 128 m, 1.4 km. Metres. */
export function metresText(metres: number): string {
  const size = Math.abs(metres)
  if (size >= 999.5) return `${decimalText(metres / 1000, size >= 99_950 ? 0 : 1)} km`
  if (size >= 99.5) return `${decimalText(metres, 0)} m`
  return `${shortText(metres, size >= 9.995 ? 1 : 2)} m`
}

/** An area: 12.5 m², 190 m². Square metres. */
export function areaText(squareMetres: number): string {
  return `${shortText(squareMetres, Math.abs(squareMetres) >= 99.95 ? 0 : 1)} m²`
}

/** A share of a whole as per cent: 0.245 is 24.5 %, of 10 % and more whole per cents. */
export function percentText(share: number): string {
  const percent = share * 100
  return `${shortText(percent, Math.abs(percent) >= 9.95 ? 0 : 1)} %`
}

/** A duration: 0.3 s, 45 s, 5 min, 1 h 35 min. Seconds. */
export function durationText(seconds: number): string {
  const sign = seconds < 0 ? '-' : ''
  const size = Math.abs(seconds)
  if (size === 0) return '0 min'
  if (size < 0.95) return `${sign}${visibleText(size, 1)} s`
  if (size < 59.5) return `${sign}${decimalText(size, 0)} s`
  if (size < 599.5) return `${sign}${shortText(size / 60, 1)} min`
  const minutes = Math.round(size / 60)
  if (minutes < 60) return `${sign}${minutes} min`
  const rest = minutes % 60
  return `${sign}${grouped(String(Math.floor(minutes / 60)))} h${rest === 0 ? '' : ` ${rest} min`}`
}

/** A moment of a day as a clock shows it: 09:35; of later days with how many have gone by: 09:35 +1. Seconds after the first midnight. */
export function clockText(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  const pad = (value: number) => String(value).padStart(2, '0')
  const days = Math.floor(minutes / 1440)
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}${days > 0 ? ` +${days}` : ''}`
}

const SYMBOLS: Readonly<Record<string, string>> = { GBP: '£', EUR: '€', USD: '$' }

/** An amount of money: £1,327, £0.27, CHF 1,327. `currency` is ISO 4217. */
export function moneyText(amount: number, currency: string): string {
  const digits = decimalText(Math.abs(amount), Math.abs(amount) >= 99.5 || Number.isInteger(amount) ? 0 : 2)
  return `${amount < 0 && /[1-9]/.test(digits) ? '-' : ''}${SYMBOLS[currency] ?? `${currency} `}${digits}`
}
