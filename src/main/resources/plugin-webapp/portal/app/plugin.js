// Tasklist loads this file of every server plugin, and stays blank without it.
export default [];
