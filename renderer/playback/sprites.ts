import type { DayColours } from './day-colours'
import { type FigureLook, inkOn } from './figures'

/** How a figure stands out: they wait, or they are the one who is followed. */
export type FigureState = 'usual' | 'waiting'

/** Figures as small pictures, drawn once each: a frame only copies them. `radius` in pixels of the page. */
export class Sprites {
  /** By the look itself, so that a frame makes no key. */
  private readonly kept = new Map<FigureLook, { usual?: HTMLCanvasElement; waiting?: HTMLCanvasElement }>()
  private readonly radius: number
  private readonly ratio: number
  private readonly colours: DayColours
  /** Half the side of every picture, in pixels of the page. */
  readonly half: number

  constructor(radius: number, ratio: number, colours: DayColours) {
    this.radius = radius
    this.ratio = ratio
    this.colours = colours
    this.half = radius + 3
  }

  of(look: FigureLook, state: FigureState): HTMLCanvasElement {
    let pictures = this.kept.get(look)
    if (pictures === undefined) {
      pictures = {}
      this.kept.set(look, pictures)
    }
    pictures[state] ??= this.draw(look, state)
    return pictures[state]
  }

  private draw({ shape, colour, text }: FigureLook, state: FigureState): HTMLCanvasElement {
    const picture = document.createElement('canvas')
    const side = Math.ceil(this.half * 2 * this.ratio)
    picture.width = side
    picture.height = side
    const paint = picture.getContext('2d')
    if (paint === null) return picture
    paint.scale(this.ratio, this.ratio)
    paint.translate(this.half, this.half)
    const isWaiting = state === 'waiting'
    outline(paint, shape, this.radius)
    const { ink, paper } = this.colours
    paint.fillStyle = isWaiting ? paper : colour
    paint.strokeStyle = isWaiting ? colour : paper
    paint.lineWidth = isWaiting ? 2.5 : 1.5
    paint.fill()
    paint.stroke()
    if (text !== '' && this.radius >= READABLE_PX) {
      paint.fillStyle = isWaiting ? ink : inkOn(colour, this.colours)
      const size = text.length > 2 ? this.radius * 0.92 : this.radius * 1.18
      paint.font = `650 ${size}px "Inter Variable", Inter, system-ui, sans-serif`
      paint.textAlign = 'center'
      paint.textBaseline = 'middle'
      paint.fillText(text, 0, this.radius * 0.06)
    }
    return picture
  }
}

/** In a smaller figure a letter is a blot. */
const READABLE_PX = 7

function outline(paint: CanvasRenderingContext2D, shape: FigureLook['shape'], radius: number): void {
  paint.beginPath()
  switch (shape) {
    case 'patient':
      paint.arc(0, 0, radius, 0, Math.PI * 2)
      break
    case 'companion':
      paint.ellipse(0, 0, radius * 0.7, radius * 0.7, 0, 0, Math.PI * 2)
      break
    case 'staff':
      paint.roundRect(-radius * 0.95, -radius * 0.95, radius * 1.9, radius * 1.9, radius * 0.38)
      break
    default:
      paint.moveTo(0, -radius * 0.72)
      paint.lineTo(radius * 0.72, 0)
      paint.lineTo(0, radius * 0.72)
      paint.lineTo(-radius * 0.72, 0)
      paint.closePath()
  }
}
