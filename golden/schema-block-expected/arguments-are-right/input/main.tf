resource "aws_lambda_function" "hello" {
  function_name = "hello"
  role          = "arn:aws:iam::111122223333:role/hello"
  layers        = []

  environment {
    variables = { STAGE = "test" }
  }

  lifecycle {
    ignore_changes = [environment]
  }
}

# Helm 3 has a list of objects where Helm 2 had blocks.
resource "helm_release" "ingress" {
  name  = "ingress"
  chart = "ingress-nginx"
  set   = [{ name = "replicas", value = "2" }]
}
