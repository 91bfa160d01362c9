import type { DesignComparison } from '#shared/comparison/comparison'
import { say, words } from '../../state/words'

/** Says that a chart lacks trips, where some leg of the design cannot be walked. */
export function MissingWays({ compared }: { readonly compared: DesignComparison | undefined }) {
  const failed = compared?.whole.find(
    ({ metric, subject, value }) =>
      (metric === 'flowDistance' || metric === 'staffTravelPerPatient') && subject === undefined && value.status === 'unavailable',
  )
  if (failed?.value.status !== 'unavailable') return null
  return <p className="chart-note is-problem">{words('compare.not-all', { reason: say(failed.value.reason) })}</p>
}
