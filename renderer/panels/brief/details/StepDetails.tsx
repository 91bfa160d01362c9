import { isPatientFlow } from '#shared/journeys/course'
import type { DetailProps } from './detail-props'
import { StepForWhom } from './StepForWhom'
import { StepItems } from './StepItems'
import { StepOrder } from './StepOrder'
import { StepPatient } from './StepPatient'
import { StepPeople } from './StepPeople'
import './details.css'

/** What a step says beyond its row in the table, unfolded under it. */
export function StepDetails(props: DetailProps & { readonly id: string }) {
  const { id, pathway, step } = props
  const hasPatient = isPatientFlow(pathway.flow) || step.waits !== undefined || step.whenFull !== undefined || Object.keys(step.leaves).length > 0
  return (
    <tr className="step-details" id={id}>
      <td colSpan={7}>
        <div className="details">
          <StepPeople {...props} />
          {hasPatient && <StepPatient {...props} />}
          <StepOrder {...props} />
          <StepForWhom {...props} />
          <StepItems {...props} />
        </div>
      </td>
    </tr>
  )
}
