import type { VariantView } from '../../api/types.ts';

interface Props {
  option: 'colour' | 'size';
  variants: VariantView[];
  chosen: VariantView | undefined;
  onChoose(sku: string): void;
}

export const VariantChoice = ({ option, variants, chosen, onChoose }: Props) => (
  <fieldset className="variants">
    <legend>{option === 'colour' ? 'Colour' : 'Size'}</legend>
    <div className="variant-row">
      {variants.map(({ sku, label, colour }) => (
        <label key={sku} className="variant">
          <input type="radio" name="variant" value={sku} checked={sku === chosen?.sku} onChange={() => onChoose(sku)} />
          {option === 'colour' && <span className="swatch" style={{ backgroundColor: colour }} />}
          {label}
        </label>
      ))}
    </div>
  </fieldset>
);
