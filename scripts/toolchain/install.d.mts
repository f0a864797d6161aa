export function isInStep(root: string): boolean;
export function installDependencies(root: string): Promise<string | null>;
