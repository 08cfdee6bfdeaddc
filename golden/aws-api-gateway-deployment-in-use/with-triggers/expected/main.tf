resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
  body = file("${path.module}/api.json")
}

resource "aws_api_gateway_deployment" "shop" {
  rest_api_id = aws_api_gateway_rest_api.shop.id

  triggers = {
    redeployment = sha1(aws_api_gateway_rest_api.shop.body)
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "live" {
  for_each = toset(["live", "test"])

  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = aws_api_gateway_deployment.shop.id
  stage_name    = each.key
}

resource "aws_apigatewayv2_deployment" "orders" {
  api_id = var.api_id

  triggers = {
    redeployment = var.version_of_api
  }

  lifecycle {
    ignore_changes        = [description]
    create_before_destroy = true
  }
}

resource "aws_apigatewayv2_stage" "orders" {
  api_id        = var.api_id
  deployment_id = aws_apigatewayv2_deployment.orders.id
  name          = "live"
}

variable "api_id" {
  type = string
}

variable "version_of_api" {
  type = string
}
