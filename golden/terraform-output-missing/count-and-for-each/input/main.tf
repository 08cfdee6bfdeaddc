variable "zones" {
  type    = list(string)
  default = ["a.example.com", "b.example.com"]
}

variable "with_alarms" {
  type    = bool
  default = false
}

resource "aws_route53_zone" "this" {
  for_each = toset(var.zones)
  name     = each.key
}

resource "aws_instance" "worker" {
  count         = 3
  ami           = "ami-0c02fb55956c7d316"
  instance_type = "t3.micro"
}

resource "aws_sns_topic" "alarms" {
  count = var.with_alarms ? 1 : 0
  name  = "alarms"
}

resource "aws_ecr_repository" "service" {
  for_each = toset(["shop", "mail"])
  name     = each.key
}

resource "aws_ecr_repository" "base" {
  name = "base"
}
