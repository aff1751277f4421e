import { Chart } from './Chart.tsx';
import { PanelAnswer, type PanelAnswerProps } from './PanelAnswer.tsx';

/** An answer with a line chart. */
export default function ChartAnswer(props: PanelAnswerProps) {
  const { id, view } = props;
  return (
    <PanelAnswer {...props}>
      {view.chart && <Chart id={`${id}-chart`} view={view.chart} />}
    </PanelAnswer>
  );
}
