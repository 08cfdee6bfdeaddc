variable "env" {
  type = string
}

variable "name" {
  type    = string
  default = null
}

variable "is_public" {
  type = bool
}

variable "zones" {
  type = map(string)
}

resource "aws_sqs_queue" "jobs" {
  name = "${var.env}-jobs"
}

resource "aws_sqs_queue" "letters" {
  name = "${var.env}-jobs-dead-letters"
}

# Null: AWS makes a name for each.
resource "aws_lb" "one" {
  name    = var.name
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "other" {
  name    = var.name
  subnets = ["subnet-1", "subnet-2"]
}

# In networks of their own.
resource "aws_security_group" "here" {
  name   = "${var.env}-web"
  vpc_id = "vpc-1"
}

resource "aws_security_group" "there" {
  name   = "${var.env}-web"
  vpc_id = "vpc-2"
}

resource "aws_security_group" "each" {
  for_each = var.zones
  name     = "${var.env}-each"
  vpc_id   = each.value
}

# One or none.
resource "aws_sns_topic" "public" {
  for_each = var.is_public ? toset(["public"]) : toset([])
  name     = "${var.env}-public"
}

resource "aws_sns_topic" "own" {
  for_each = var.zones
  name     = "${var.env}-${each.key}"
}

module "network" {
  for_each = var.zones
  source   = "./net"
  name     = "net-${each.key}"
}

module "once" {
  count  = var.is_public ? 1 : 0
  source = "./once"
}
