import { BoxGeometry, BufferAttribute, type BufferGeometry, ConeGeometry, CylinderGeometry, SphereGeometry } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { FigureShape } from './figures'

/** Sides of a round piece: few, for there may be five hundred of them. */
const SIDES = 10
/** People stand so high, to the top of the head. Metres. */
export const HEAD_M = 1.62

/** People as rounded pegs: staff wear a dark hat, companions are slighter, things are boxes at hand height. Metres, standing on the floor. */
export function pegModel(shape: FigureShape): BufferGeometry {
  switch (shape) {
    case 'patient':
      return merged([peg(0.27, 0.19, 1.22), head(0.2, 1.42)])
    case 'companion':
      return merged([peg(0.2, 0.13, 1.1), head(0.16, 1.26)])
    case 'staff':
      return merged([peg(0.25, 0.2, 1.22), head(0.19, 1.42), shaded(new ConeGeometry(0.32, 0.36, SIDES).translate(0, 1.74, 0), HAT)])
    default:
      return merged([new BoxGeometry(0.32, 0.26, 0.32).rotateY(Math.PI / 4).translate(0, 0.85, 0)])
  }
}

/** Hats are so much of their owner's colour: dark on everybody, so that staff are told from patients from far away. */
const HAT = 0.22

function shaded(part: BufferGeometry, share: number): BufferGeometry {
  part.setAttribute('color', new BufferAttribute(new Float32Array(part.getAttribute('position').count * 3).fill(share), 3))
  return part
}

function peg(foot: number, shoulder: number, height: number): BufferGeometry {
  return new CylinderGeometry(shoulder, foot, height, SIDES).translate(0, height / 2, 0)
}

function head(radius: number, height: number): BufferGeometry {
  return new SphereGeometry(radius, SIDES, 6).translate(0, height, 0)
}

function merged(parts: readonly BufferGeometry[]): BufferGeometry {
  const whole = mergeGeometries(parts.map((part) => (part.hasAttribute('color') ? part : shaded(part, 1))))
  for (const part of parts) part.dispose()
  return whole
}
