# tflint-ignore-file: aws_provider_missing_default_tags
