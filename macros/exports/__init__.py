"""What leaves the site as files: citations, open data, and what pages say of themselves to machines."""
