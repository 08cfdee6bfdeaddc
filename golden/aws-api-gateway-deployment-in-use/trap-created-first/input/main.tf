resource "aws_api_gateway_deployment" "shop" {
  rest_api_id = var.api_id

  triggers = {
    redeployment = var.version_of_api
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = var.api_id
  deployment_id = aws_api_gateway_deployment.shop.id
  stage_name    = "live"
}

variable "api_id" {
  type = string
}

variable "version_of_api" {
  type = string
}
