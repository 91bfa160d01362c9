import type { Flow } from '#shared/document/vocabulary'

/** Dashes as on the plan, in pixels. */
const DASHES: Readonly<Record<Flow, string>> = {
  patient: '',
  family: '',
  staff: '7 4',
  medication: '8 3 2 3',
  clean: '4 3',
  used: '11 4',
  waste: '1 5',
  equipment: '8 3 1 3 1 3',
  information: '1 4',
}

/** A piece of line as the flow's routes are drawn, so that the list and the plan read as one. */
export function FlowSwatch({ flow }: { readonly flow: Flow | undefined }) {
  return (
    <svg className="swatch" width="26" height="12" aria-hidden>
      {flow !== undefined && (
        <line x1="2" y1="6" x2="24" y2="6" stroke={`var(--flow-${flow})`} strokeWidth={flow === 'family' ? 2.5 : 4} strokeDasharray={DASHES[flow]} />
      )}
    </svg>
  )
}
