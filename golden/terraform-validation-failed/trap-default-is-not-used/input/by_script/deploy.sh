terraform apply -var size=1
