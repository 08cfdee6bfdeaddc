module "identity" {
  source = "./modules/identity"
}

module "service" {
  source    = "./modules/service"
  role_name = "orders-service"
}

resource "aws_iam_role_policy_attachment" "queue" {
  role       = "orders-queue"
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSFullAccess"
}
