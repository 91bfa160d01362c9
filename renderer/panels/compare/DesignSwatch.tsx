import { designFill, designLook } from './design-look'

/** A piece of bar as the charts draw the design. */
export function DesignSwatch({ index }: { readonly index: number }) {
  return (
    <svg className="design-swatch" width="22" height="16" aria-hidden>
      <rect x="0.75" y="0.75" width="20.5" height="14.5" rx="3" fill={designFill(index)} stroke={designLook(index).colour} strokeWidth="1.5" />
    </svg>
  )
}

/** The patterns that bars of designs are filled with: once in the window. */
export function DesignPatterns({ count }: { readonly count: number }) {
  return (
    <svg className="visually-hidden" width="0" height="0" aria-hidden>
      <defs>
        {Array.from({ length: count }, (_, index) => (
          <Pattern key={designLook(index).colour + String(index)} index={index} />
        ))}
      </defs>
    </svg>
  )
}

function Pattern({ index }: { readonly index: number }) {
  const { colour, pattern } = designLook(index)
  if (pattern === 'solid') return null
  const turned = pattern === 'diagonal' || pattern === 'cross' ? 'rotate(45)' : undefined
  return (
    <pattern id={`design-pattern-${index}`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform={turned}>
      <rect width="7" height="7" fill={colour} fillOpacity="0.28" />
      {(pattern === 'diagonal' || pattern === 'upright' || pattern === 'cross') && <rect width="3.6" height="7" fill={colour} />}
      {pattern === 'cross' && <rect width="7" height="2.4" fill={colour} />}
      {pattern === 'dots' && <circle cx="3.5" cy="3.5" r="2.3" fill={colour} />}
      {pattern === 'rings' && <circle cx="3.5" cy="3.5" r="2.2" fill="none" stroke={colour} strokeWidth="1.6" />}
    </pattern>
  )
}
