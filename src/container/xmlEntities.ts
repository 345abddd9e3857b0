/** The entities that XML knows without a DOCTYPE, by name (XML 1.0, 4.6). */
export const xmlEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
