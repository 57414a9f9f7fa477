/** The name over the door. */
export const BRAND = 'Halden';
