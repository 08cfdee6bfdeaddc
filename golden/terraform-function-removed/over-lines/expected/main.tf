locals {
  zones = tolist([
    "us-east-2a", # first
    "us-east-2b",
  ])
  tags = tomap({
    "Name" = "web"
    "Team" = var.team
  })
}
