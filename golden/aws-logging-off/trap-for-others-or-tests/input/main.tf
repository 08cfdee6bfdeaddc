module "shown" {
  source = "./shown"
}

output "bucket" {
  value = module.shown.bucket
}

resource "aws_db_instance" "test" {
  identifier     = "orders-test"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
}
