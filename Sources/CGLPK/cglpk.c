// Placeholder until the C fence lands.
