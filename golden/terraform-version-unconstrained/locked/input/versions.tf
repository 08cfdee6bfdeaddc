terraform {
  required_version = ">= 1.5"

  required_providers {
    # Amazon
    aws = {
      source = "hashicorp/aws" # ours
    }
    datadog = { source = "DataDog/datadog" }
  }
}
