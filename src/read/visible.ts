/** Whether an element is shown. Costs a style recalculation: for a handful, outside the shopper's acts. */
export const checkVisible = (element: Element): boolean => {
  if (element.closest('[hidden],[aria-hidden="true"],[inert]')) return false;
  const { checkVisibility } = element as { checkVisibility?: (options?: object) => boolean };
  return checkVisibility ? checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true }) : true;
};
