import { memo, useCallback } from 'react'
import type { BuiltFixture } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { drawFixture } from '#shared/drawing/draw-fixtures'
import type { Shape } from '#shared/drawing/shape'
import { pathOf } from '#shared/drawing/svg-path'
import { Chunks } from './Chunks'

/** So many colours there are for types of room. */
const TINTS = 16

/**
 * Shapes back to front. The style sheet gives each role its look, so that the drawing knows no colour. Hidden from screen readers: the
 * list of objects and the panels say in words what is drawn here.
 */
export const ShapeLayer = memo(function ShapeLayer({ shapes, className }: { readonly shapes: readonly Shape[]; readonly className: string }) {
  return (
    <g className={className} aria-hidden>
      <Chunks items={shapes} draw={drawShape} keyOf={keyOf} />
    </g>
  )
})

/** Furniture, piece by piece: there are five shapes to each, and a drag that lists them all would spend its time on that. */
export const FurnitureLayer = memo(function FurnitureLayer({
  fixtures,
  catalogue,
}: {
  readonly fixtures: readonly BuiltFixture[]
  readonly catalogue: Catalogue
}) {
  const draw = useCallback(
    (built: BuiltFixture) => drawFixture(built, catalogue).map((shape, index) => drawShape(shape, `${built.fixture.id} ${index}`)),
    [catalogue],
  )
  return (
    <g className="furniture" aria-hidden>
      <Chunks items={fixtures} draw={draw} keyOf={idOf} about={16} />
    </g>
  )
})

function idOf({ fixture }: BuiltFixture): string {
  return fixture.id
}

function keyOf({ part, element }: Shape): string {
  return part ?? element ?? ''
}

function drawShape(shape: Shape, key: string) {
  const { form } = shape
  if (form.type === 'text') {
    return (
      <text
        key={key}
        className={`shape-${shape.role}`}
        data-part={shape.part}
        x={form.at.x}
        y={-form.at.y}
        fontSize={form.size}
        textAnchor="middle"
        dominantBaseline="central"
        transform={form.isUpright ? `rotate(-90 ${form.at.x} ${-form.at.y})` : undefined}
      >
        {form.text}
      </text>
    )
  }
  return (
    <path
      key={key}
      className={`shape-${shape.role}`}
      d={pathOf(form)}
      data-form={form.type}
      data-element={shape.element}
      data-part={shape.part}
      data-zone={shape.zone}
      data-flow={shape.flow}
      data-tint={shape.tint === undefined ? undefined : shape.tint % TINTS}
      data-material={shape.material}
      strokeWidth={form.type === 'polyline' ? form.width : undefined}
    />
  )
}
