/** The sender's name on the envelope: that of the package, and its version. */
export const SDK = 'funnelwire/0.1.0';
