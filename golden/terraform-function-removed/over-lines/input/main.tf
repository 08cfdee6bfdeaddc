locals {
  zones = list(
    "us-east-2a", # first
    "us-east-2b",
  )
  tags = map(
    "Name", "web",
    "Team", var.team
  )
}
