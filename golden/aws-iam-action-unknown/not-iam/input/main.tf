locals {
  rules = jsonencode({
    Statement = [{ Effect = "Allow", Action = "read:everything" }]
  })
}

resource "vault_policy" "app" {
  name   = "app"
  policy = local.rules
}
