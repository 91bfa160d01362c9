/** What this machine draws with. */
export type Graphics = { readonly isSoftware: boolean; readonly renderer: string }

/** Names by which renderers without a graphics card go by. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render|software|lavapipe/i

export function isSoftwareRenderer(name: string): boolean {
  return SOFTWARE.test(name)
}

let known: Graphics | undefined

/** Asked once, of a canvas that is thrown away. Without WebGL the answer is software, too. */
export function graphicsOf(): Graphics {
  known ??= probe()
  return known
}

function probe(): Graphics {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (gl === null) return { isSoftware: true, renderer: '' }
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer = String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL))
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return { isSoftware: isSoftwareRenderer(renderer), renderer }
}
