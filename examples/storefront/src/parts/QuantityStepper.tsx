interface Props {
  label: string;
  value: number;
  /** The least that can be asked for. A cart line goes down to nothing. */
  min?: number;
  onChange(quantity: number): void;
}

export const QuantityStepper = ({ label, value, min = 0, onChange }: Props) => (
  <fieldset className="stepper">
    <legend className="visually-hidden">{label}</legend>
    <button type="button" aria-label="One less" disabled={value <= min} onClick={() => onChange(value - 1)}>
      −
    </button>
    <output>{value}</output>
    <button type="button" aria-label="One more" onClick={() => onChange(value + 1)}>
      +
    </button>
  </fieldset>
);
