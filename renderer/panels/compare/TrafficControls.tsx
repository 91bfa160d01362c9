import { SegmentedControl, Select } from '@mantine/core'
import type { Id } from '#shared/base/ids'
import type { DesignComparison } from '#shared/comparison/comparison'
import { words } from '../../state/words'
import type { TrafficChoice } from './traffic-choice'

/** Which design, and whose trips. */
export function TrafficControls({
  designs,
  design,
  choices,
  choice,
  onDesign,
  onChoice,
}: {
  readonly designs: readonly DesignComparison[]
  readonly design: Id
  readonly choices: readonly { readonly value: TrafficChoice; readonly label: string }[]
  readonly choice: TrafficChoice
  readonly onDesign: (design: Id) => void
  readonly onChoice: (choice: TrafficChoice) => void
}) {
  return (
    <>
      <SegmentedControl
        className="chart-segments"
        aria-label={words('compare.of-design')}
        value={design}
        onChange={onDesign}
        data={designs.map((each) => ({ value: each.design.id, label: each.design.name }))}
      />
      <Select
        aria-label={words('compare.whose')}
        data={[...choices]}
        value={choice}
        allowDeselect={false}
        maxDropdownHeight={420}
        onChange={(value) => onChoice(choices.find((each) => each.value === value)?.value ?? choice)}
      />
    </>
  )
}
