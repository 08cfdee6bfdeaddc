variable "mail" {
  type    = string
  default = "not a password"
}

locals {
  characters = "@!"
}

resource "random_password" "shop" {
  length           = 50
  override_special = local.characters
}

resource "random_password" "stock" {
  length           = 16
  override_special = "@/"
}

resource "random_password" "broker" {
  length  = 10
  special = false
}

resource "aws_db_instance" "shop" {
  engine              = "mysql"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "shop"
  password            = random_password.shop.result
  skip_final_snapshot = true
}

resource "aws_db_instance" "stock" {
  engine              = "postgres"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "stock"
  password            = random_password.stock.result
  skip_final_snapshot = true
}

resource "aws_db_instance" "mail" {
  engine              = "postgres"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "mail"
  password            = var.mail
  skip_final_snapshot = true
}

resource "aws_mq_broker" "main" {
  broker_name        = "main"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"

  user {
    username = "main"
    password = random_password.broker.result
  }
}

module "database" {
  source   = "./database"
  password = random_password.passed.result
}

resource "random_password" "passed" {
  length = 20
}
