import { useRef } from 'react';
import type { ProductView } from '../../api/types.ts';
import { funnel } from '../funnel.ts';

const advice: Partial<Record<ProductView['category']['id'], [size: string, use: string][]>> = {
  tableware: [
    ['21 cm', 'Breakfast, cake, and the small plate beside the soup.'],
    ['27 cm', 'Dinner. Fits a dishwasher made after 1990.'],
  ],
  coffee: [
    ['250 g', 'Two weeks of one cup a day, and fresh to the last.'],
    ['1 kg', 'An office, or a family that gets up early. Freeze half of it.'],
  ],
  linen: [
    ['140 × 160 cm', 'Four people, at a table of up to 120 cm.'],
    ['140 × 260 cm', 'Eight people, at a table of up to 220 cm.'],
  ],
};

/** Says which size is for whom. That a shopper asked is a stage of this shop's own. */
export const SizeGuide = ({ product }: { product: ProductView }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const rows = advice[product.category.id];
  if (product.option !== 'size' || !rows) return null;

  const open = () => {
    funnel.track('size_guide_opened', { product: product.slug });
    dialog.current?.showModal();
  };

  return (
    <>
      <button type="button" className="text-button" onClick={open}>
        Size guide
      </button>
      <dialog ref={dialog} className="size-guide" aria-labelledby="size-guide-title">
        <h2 id="size-guide-title">Which size?</h2>
        <dl>
          {rows.map(([size, use]) => (
            <div key={size}>
              <dt>{size}</dt>
              <dd>{use}</dd>
            </div>
          ))}
        </dl>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  );
};
