import { designsOf } from '#shared/document/document'
import { Playback } from '../playback/Playback'
import type { OpenDocument } from '../state/document-store'
import { inOrder } from './DesignBar'

const PLAN = { seed: 1, days: 1 }

/** Days of each design under the same patients: what they come to, and how each of them went. */
export function SimulateStage({ open }: { readonly open: OpenDocument }) {
  const [first] = inOrder(designsOf(open.document))
  return (
    <main className="simulate">
      {first !== undefined && <Playback open={open} design={first.id} plan={PLAN} replication={0} watch={undefined} />}
    </main>
  )
}
