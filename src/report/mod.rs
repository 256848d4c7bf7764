//! What people read of a check: the terminal summary and the HTML page.
