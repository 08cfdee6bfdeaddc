given = "nodejs22.x"
