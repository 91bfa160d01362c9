import type { VersionDifference } from '#shared/document/change-between'
import { words } from '../../state/words'

/** So many names of a kind are listed. */
const NAMES_SHOWN = 4

/** What differs between two versions of a file, design by design, in a few words each. */
export function VersionDifferences({ differences }: { readonly differences: readonly VersionDifference[] }) {
  return (
    <ul className="keep-differences">
      {differences.map(({ design, name, only, kinds }) => (
        <li key={design ?? ''}>
          <strong>{design === undefined ? words('conflict.workshop') : name}</strong>
          {': '}
          {only === undefined ? kinds.map(kindText).join('; ') : words(`conflict.only-${only}`)}
        </li>
      ))}
    </ul>
  )
}

function kindText({ kind, count, names }: VersionDifference['kinds'][number]): string {
  const said = words(`record.${kind}`, { count })
  // A design is named already.
  if (names.length === 0 || kind === 'design') return said
  const shown = names.slice(0, NAMES_SHOWN)
  return words('record.named', { kind: said, names: names.length > shown.length ? [...shown, '…'] : shown })
}
