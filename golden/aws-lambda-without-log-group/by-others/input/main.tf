module "resize" {
  source = "./function"
  name   = "resize"
}

resource "aws_cloudwatch_log_group" "resize" {
  name              = "/aws/lambda/${module.resize.name}"
  retention_in_days = 30
}

resource "aws_lambda_function" "mail" {
  function_name = "mail"
  role          = aws_iam_role.lambda.arn
  filename      = "mail.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

module "logs" {
  source = "git::https://example.com/modules/function-logs.git"
  name   = aws_lambda_function.mail.function_name
}

# Logs in the regions of its viewers.
resource "aws_lambda_function" "headers" {
  function_name = "headers"
  role          = aws_iam_role.lambda.arn
  filename      = "headers.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  publish       = true
}

resource "aws_cloudfront_distribution" "site" {
  enabled = true

  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "origin"
    viewer_protocol_policy = "redirect-to-https"

    lambda_function_association {
      event_type = "viewer-response"
      lambda_arn = aws_lambda_function.headers.qualified_arn
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
