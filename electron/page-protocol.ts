import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'

/** The page's own origin. A scheme of its own, because a file: page has no origin, no shared memory and no strict policy. */
export const PAGE_ORIGIN = 'app://wardwright'

/** Stands in index.html where the nonce of this load goes. */
const NONCE_PLACEHOLDER = 'NONCE-OF-THIS-LOAD'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
}

/** Must be called before the app is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/** Serves the files of `folder`, and nothing else, to the pages of `session`. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle('app', (request) => answer(request, folder))
}

async function answer(request: Request, folder: string): Promise<Response> {
  const url = new URL(request.url)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
  if (`${url.protocol}//${url.host}` !== PAGE_ORIGIN) return refusal(403)
  const path = pathInside(folder, url.pathname === '/' ? '/index.html' : url.pathname)
  const type = path === undefined ? undefined : TYPES[extname(path)]
  if (path === undefined || type === undefined) return refusal(403)
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes === undefined) return refusal(404)

  const nonce = randomBytes(16).toString('base64url')
  const body = extname(path) === '.html' ? bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce) : new Uint8Array(bytes)
  return new Response(body, { headers: { ...headersFor(nonce), 'Content-Type': type } })
}

/** The file that a URL names; undefined where it would lead out of `folder`. */
function pathInside(folder: string, pathname: string): string | undefined {
  try {
    const decoded = decodeURIComponent(pathname)
    if (decoded.includes('\0') || decoded.includes('\\')) return undefined
    const path = normalize(join(folder, decoded))
    return path.startsWith(folder + sep) && !decoded.split('/').includes('..') ? path : undefined
  } catch {
    return undefined // not even a well-formed URL
  }
}

/** `nonce` lets in the component library's two style elements; no style or script without it runs. */
function headersFor(nonce: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  }
}

function refusal(status: number): Response {
  return new Response(null, { status })
}
