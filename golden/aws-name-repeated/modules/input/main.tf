module "blue" {
  source = "./service"
  name   = "blue"
}

module "green" {
  source = "./service"
  name   = "green"
}

module "each" {
  for_each = toset(["a", "b"])
  source   = "./store"
}

resource "aws_cloudwatch_log_group" "shared" {
  name              = "/shop/shared"
  retention_in_days = 30
}

module "once" {
  source = "./once"
}
