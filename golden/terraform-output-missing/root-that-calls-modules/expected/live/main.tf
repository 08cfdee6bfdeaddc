module "network" {
  source = "../modules/network"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
