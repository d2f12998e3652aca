/**
 * The engine with fewer questions to the database. Nothing that the engine checks, writes or answers is left out: only what it asks
 * without needing the answer here. What each saves is in docs/performance.md.
 */
package cloudportal.engine.economy;
